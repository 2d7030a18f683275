module fledge/benchmarks/peers/go

go 1.19
