// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

package main

import (
	"database/sql"
	"fmt"
	"strings"
)

func open(name string) (store, error) {
	if strings.HasPrefix(name, "postgres://") {
		separator := "?"
		if strings.Contains(name, "?") {
			separator = "&"
		}
		database, err := sql.Open("postgres", name+separator+"sslmode=disable")
		if err != nil {
			return store{}, err
		}
		database.SetMaxOpenConns(10)
		database.SetMaxIdleConns(10)
		return prepare(database, database)
	}
	const options = "?_journal_mode=WAL&_synchronous=FULL&_busy_timeout=5000&_foreign_keys=on"
	writer, err := sql.Open("sqlite3", "file:"+name+options+"&_txlock=immediate")
	if err != nil {
		return store{}, err
	}
	writer.SetMaxOpenConns(1)
	if err := fill(writer); err != nil {
		return store{}, err
	}
	reader, err := sql.Open("sqlite3", "file:"+name+options+"&mode=ro")
	if err != nil {
		return store{}, err
	}
	reader.SetMaxOpenConns(4)
	reader.SetMaxIdleConns(4)
	return statements(reader, writer)
}

func prepare(reader, writer *sql.DB) (store, error) {
	if err := fill(writer); err != nil {
		return store{}, err
	}
	return statements(reader, writer)
}

func statements(reader, writer *sql.DB) (store, error) {
	var made store
	for _, one := range []struct {
		place    **sql.Stmt
		database *sql.DB
		text     string
	}{
		{&made.find, reader, "SELECT id, name, email, score FROM people WHERE id = $1"},
		{&made.list, reader, "SELECT id, name, email, score FROM people WHERE id > $1 ORDER BY id LIMIT 20"},
		{&made.add, writer, "INSERT INTO added (name, email, score) VALUES ($1, $2, $3)"},
	} {
		statement, err := one.database.Prepare(one.text)
		if err != nil {
			return store{}, err
		}
		*one.place = statement
	}
	return made, nil
}

// Ten thousand people, and a table for those that come.
func fill(database *sql.DB) error {
	transaction, err := database.Begin()
	if err != nil {
		return err
	}
	defer transaction.Rollback()
	const columns = "name TEXT NOT NULL, email TEXT NOT NULL, score DOUBLE PRECISION NOT NULL"
	for _, text := range []string{
		"DROP TABLE IF EXISTS people", "DROP TABLE IF EXISTS added",
		"CREATE TABLE people (id INTEGER PRIMARY KEY, " + columns + ")",
		"CREATE TABLE added (" + columns + ")",
	} {
		if _, err := transaction.Exec(text); err != nil {
			return err
		}
	}
	insert, err := transaction.Prepare("INSERT INTO people (id, name, email, score) VALUES ($1, $2, $3, $4)")
	if err != nil {
		return err
	}
	for id := 1; id <= 10000; id++ {
		_, err := insert.Exec(id, fmt.Sprintf("Person %d", id), fmt.Sprintf("p%d@example.com", id), float64(id)/4)
		if err != nil {
			return err
		}
	}
	return transaction.Commit()
}
