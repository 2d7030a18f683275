# `make` alone prints this menu. Every entry is a script that can also be run by itself.

<<<<<<< HEAD
.PHONY: menu run test format check replay fuzz
=======
.PHONY: menu run test bench format check
>>>>>>> 891ecbc4dbaaf6047205abba0db133bdcaaf3667

menu:
	@echo "make run      build the Shop example and serve it on http://127.0.0.1:3000"
	@echo "make test     run everything (scripts/test)"
<<<<<<< HEAD
	@echo "make replay   send 492 request streams to the release server (scripts/replay)"
	@echo "make fuzz     fuzz every parser for a minute (scripts/fuzz)"
=======
	@echo "make bench    compare with other servers (scripts/bench; first scripts/bench --setup)"
>>>>>>> 891ecbc4dbaaf6047205abba0db133bdcaaf3667
	@echo "make format   format all Swift files"
	@echo "make check    what to run before a pull request: format and build"

run:
	@scripts/run

test:
	@scripts/test

bench:
	@scripts/bench

format:
	@scripts/format

check:
	@scripts/format --check
	@swift build --build-tests

replay:
	@scripts/replay

fuzz:
	@scripts/fuzz
