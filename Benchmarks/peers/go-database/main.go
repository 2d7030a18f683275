// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// A table of people behind Go's net/http and database/sql, without a framework.
//
//	go-database --port N --threads N --database people.sqlite
//	go-database --port N --threads N --database postgres://…
//
// Statements are prepared once. SQLite is in WAL mode with synchronous=FULL, with one connection that
// writes and four that read, as Fledge has them; PostgreSQL has ten connections, as Fledge has.
package main

import (
	"database/sql"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/mail"
	"runtime"
	"strconv"
	"strings"
	"unicode/utf8"

	_ "github.com/lib/pq"
	_ "github.com/mattn/go-sqlite3"
)

type person struct {
	ID    int     `json:"id"`
	Name  string  `json:"name"`
	Email string  `json:"email"`
	Score float64 `json:"score"`
}

// The statements of the three routes.
type store struct {
	find, list, add *sql.Stmt
}

func main() {
	port := flag.Int("port", 8080, "where to listen")
	threads := flag.Int("threads", 1, "how many run Go code at once")
	database := flag.String("database", "people.sqlite", "a file, or the URL of a PostgreSQL server")
	flag.Parse()
	runtime.GOMAXPROCS(*threads)

	people, err := open(*database)
	if err != nil {
		log.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/people", people.collection)
	mux.HandleFunc("/people/", people.item)
	log.Fatal(http.ListenAndServe(fmt.Sprintf("127.0.0.1:%d", *port), mux))
}

func (people store) item(w http.ResponseWriter, r *http.Request) {
	id, err := strconv.Atoi(strings.TrimPrefix(r.URL.Path, "/people/"))
	if err != nil {
		http.NotFound(w, r)
		return
	}
	var found person
	err = people.find.QueryRowContext(r.Context(), id).Scan(&found.ID, &found.Name, &found.Email, &found.Score)
	if err == sql.ErrNoRows {
		http.NotFound(w, r)
	} else if err != nil {
		http.Error(w, "", http.StatusInternalServerError)
	} else {
		writeJSON(w, found)
	}
}

func (people store) collection(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodPost {
		people.create(w, r)
		return
	}
	rows, err := people.list.QueryContext(r.Context(), 5000)
	if err != nil {
		http.Error(w, "", http.StatusInternalServerError)
		return
	}
	defer rows.Close()
	all := make([]person, 0, 20)
	for rows.Next() {
		var next person
		if rows.Scan(&next.ID, &next.Name, &next.Email, &next.Score) != nil {
			break
		}
		all = append(all, next)
	}
	if rows.Err() != nil {
		http.Error(w, "", http.StatusInternalServerError)
		return
	}
	writeJSON(w, all)
}

func (people store) create(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
	var created person
	if err != nil || json.Unmarshal(body, &created) != nil {
		http.Error(w, "", http.StatusBadRequest)
		return
	}
	length := utf8.RuneCountInString(created.Name)
	if _, err := mail.ParseAddress(created.Email); err != nil || length < 1 || length > 80 {
		http.Error(w, "", http.StatusUnprocessableEntity)
		return
	}
	if _, err := people.add.ExecContext(r.Context(), created.Name, created.Email, created.Score); err != nil {
		http.Error(w, "", http.StatusInternalServerError)
		return
	}
	writeJSON(w, map[string]int{"added": 1})
}

func writeJSON(w http.ResponseWriter, value any) {
	body, err := json.Marshal(value)
	if err != nil {
		http.Error(w, "", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.Write(body)
}
