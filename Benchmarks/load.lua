-- For wrk: tells the result as one line of JSON. With an argument, a number, every request asks for an address of its own, which no cache has seen.
function init(arguments)
    local number = tonumber(arguments[1])
    if not number then return end
    local mark = wrk.path:find("?", 1, true) and "&x=" or "?x="
    request = function()
        number = number + 1
        return wrk.format("GET", wrk.path .. mark .. number)
    end
end

function done(summary, latency)
    local errors = summary.errors
    print(string.format('{"requests":%d,"seconds":%f,"p50":%f,"p99":%f,"bytes":%d,"errors":%d}', summary.requests, summary.duration / 1e6,
        latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, summary.bytes,
        errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
