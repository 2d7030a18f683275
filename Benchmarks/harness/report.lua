-- SPDX-License-Identifier: Apache-2.0
-- Part of Fledge, a Swift backend framework.

-- For wrk: what is sent comes in environment variables, what was measured goes out as one line of JSON.

local depth = tonumber(os.getenv("BENCH_PIPELINE") or "1")
local body = os.getenv("BENCH_BODY") or ""

wrk.method = os.getenv("BENCH_METHOD") or "GET"
if body ~= "" then
    wrk.body = body
    wrk.headers["Content-Type"] = "application/json"
end

-- Without a function `request` wrk sends one fixed request and spends no time in Lua.
if depth > 1 then
    local batch
    function init()
        local one = wrk.format()
        batch = string.rep(one, depth)
    end
    function request()
        return batch
    end
end

function done(summary, latency)
    local errors = summary.errors
    io.write(string.format(
        'BENCH {"requests":%d,"microseconds":%d,"bytes":%d,"p50":%d,"p99":%d,"max":%d,"status":%d,"socket":%d}\n',
        summary.requests, summary.duration, summary.bytes,
        latency:percentile(50), latency:percentile(99), latency.max,
        errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
