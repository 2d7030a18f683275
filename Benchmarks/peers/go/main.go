// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

// Go's net/http, without a framework.
//
//	go-peer --port N --threads N [--middleware]
//
// With --middleware each answer also carries what Fledge's three middlewares add, and the table of
// the routes holds 100 more.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log"
	"net/http"
	"runtime"
	"strconv"
	"strings"
)

type user struct {
	ID    int      `json:"id"`
	Name  string   `json:"name"`
	Email string   `json:"email"`
	Tags  []string `json:"tags"`
}

var (
	page  = strings.Repeat("0123456789abcdef", 256)
	chunk = []byte(strings.Repeat("0123456789abcdef", 64))
)

func main() {
	port := flag.Int("port", 8080, "where to listen")
	threads := flag.Int("threads", 1, "how many run Go code at once")
	withMiddleware := flag.Bool("middleware", false, "do what Fledge's middlewares do")
	flag.Parse()
	runtime.GOMAXPROCS(*threads)

	var handler http.Handler = routes(*withMiddleware)
	if *withMiddleware {
		handler = middleware(handler)
	}
	log.Fatal(http.ListenAndServe(fmt.Sprintf("127.0.0.1:%d", *port), handler))
}

func routes(withOthers bool) *http.ServeMux {
	mux := http.NewServeMux()
	if withOthers {
		for number := 0; number < 100; number++ {
			mux.HandleFunc(fmt.Sprintf("/other/route%d/", number), text("other"))
		}
	}
	mux.HandleFunc("/plaintext", text("Hello, World!"))
	mux.HandleFunc("/async", text("Hello, World!"))
	mux.HandleFunc("/json", func(w http.ResponseWriter, _ *http.Request) {
		writeJSON(w, user{7, "Ada Lovelace", "ada@example.com", []string{"admin", "staff", "early"}})
	})
	mux.HandleFunc("/users", create)
	mux.HandleFunc("/users/", show)
	mux.HandleFunc("/4k", text(page))
	mux.HandleFunc("/stream", stream)
	return mux
}

func text(body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { writeText(w, body) }
}

func writeText(w http.ResponseWriter, body string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	if len(body) > 2048 {
		// Above that net/http does not find out the length by itself, and sends in chunks.
		w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	}
	io.WriteString(w, body)
}

func writeJSON(w http.ResponseWriter, value user) {
	body, err := json.Marshal(value)
	if err != nil {
		http.Error(w, "", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.Write(body)
}

func show(w http.ResponseWriter, r *http.Request) {
	id, err := strconv.Atoi(strings.TrimPrefix(r.URL.Path, "/users/"))
	if err != nil {
		http.NotFound(w, r)
		return
	}
	writeText(w, fmt.Sprintf("user %d", id))
}

func create(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
	var created user
	if err != nil || json.Unmarshal(body, &created) != nil {
		http.Error(w, "", http.StatusBadRequest)
		return
	}
	if !created.isValid() {
		http.Error(w, "", http.StatusUnprocessableEntity)
		return
	}
	writeJSON(w, created)
}

// Sixteen pieces of 1 KiB, in chunks.
func stream(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	flusher, _ := w.(http.Flusher)
	for piece := 0; piece < 16; piece++ {
		if _, err := w.Write(chunk); err != nil {
			return
		}
		if flusher != nil {
			flusher.Flush()
		}
	}
}
