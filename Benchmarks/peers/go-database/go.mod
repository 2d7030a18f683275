module fledge.dev/benchmarks/go-database

go 1.19
