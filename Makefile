# `make` alone prints this menu. Every entry is a script that can also be run by itself.

.PHONY: menu run test docs clients api cli replay trial fuzz bench format check

menu:
	@echo "make run      build the Shop example and serve it on http://127.0.0.1:3000"
	@echo "make test     run everything (scripts/test)"
	@echo "make docs     write the docs page into Swift, and try it in a browser"
	@echo "make clients  generate TypeScript and Swift clients and run them against the Shop"
	@echo "make api      ask the Shop thousands of things, by its OpenAPI document"
	@echo "make cli      test the fledge command, with a project of each kind"
	@echo "make replay   send 492 request streams to the release server (scripts/replay)"
	@echo "make trial    try the bounds and the stop of a release build from outside"
	@echo "make fuzz     fuzz every parser for a minute (scripts/fuzz)"
	@echo "make bench    compare with other servers (scripts/bench; first scripts/bench --setup)"
	@echo "make format   format all Swift files"
	@echo "make check    what to run before a pull request: format and build"

run:
	@scripts/run

test:
	@scripts/test

docs:
	@scripts/generate-docs-page
	@scripts/test-docs

clients:
	@scripts/test-clients

api:
	@scripts/test-api

cli:
	@scripts/test-cli

trial:
	@scripts/trial

bench:
	@scripts/bench

format:
	@scripts/format

check:
	@scripts/format --check
	@swift build $$(scripts/traits) --build-tests

replay:
	@scripts/replay

fuzz:
	@scripts/fuzz
