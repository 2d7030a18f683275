// SPDX-License-Identifier: Apache-2.0
// Part of Fledge, a Swift backend framework.

package main

import (
	"fmt"
	"io"
	"log"
	"math/rand"
	"net/http"
	"time"
)

// The null sink: lines are made and dropped. io.Discard itself would make log skip the making.
type nullSink struct{}

func (nullSink) Write(line []byte) (int, error) { return len(line), nil }

var logger = log.New(io.Writer(nullSink{}), "", log.LstdFlags)

type statusWriter struct {
	http.ResponseWriter
	status int
}

func (w *statusWriter) WriteHeader(status int) {
	w.status = status
	w.ResponseWriter.WriteHeader(status)
}

func (w *statusWriter) Flush() {
	if flusher, ok := w.ResponseWriter.(http.Flusher); ok {
		flusher.Flush()
	}
}

// What RequestID, RequestLog and SecurityHeaders do for each request of Fledge, by hand.
func middleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		id := fmt.Sprintf("%016x", rand.Uint64())
		header := w.Header()
		header.Set("X-Request-ID", id)
		header.Set("X-Content-Type-Options", "nosniff")
		header.Set("Referrer-Policy", "no-referrer")
		header.Set("Cross-Origin-Resource-Policy", "same-origin")
		header.Set("X-Frame-Options", "SAMEORIGIN")
		writer := &statusWriter{w, http.StatusOK}
		next.ServeHTTP(writer, r)
		milliseconds := float64(time.Since(start).Microseconds()) / 1000
		logger.Printf("%s %s %d %.3fms request-id=%s",
			r.Method, r.URL.Path, writer.status, milliseconds, id)
	})
}
