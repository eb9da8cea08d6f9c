-- Asks for one request of a list after another, in an order of its own for each thread; prints latencies as JSON.
-- Lines of the file: header name, header value, path, with tabs between.
local threads = {}

function setup(thread)
  thread:set("id", #threads)
  table.insert(threads, thread)
end

function init(args)
  requests = {}
  for line in io.lines(args[1]) do
    local name, value, path = line:match("([^\t]+)\t([^\t]+)\t([^\t]+)")
    table.insert(requests, wrk.format("GET", path, {[name] = value, ["Host"] = wrk.host .. ":" .. wrk.port}))
  end
  math.randomseed(tonumber(args[2]) + id)
  refused = 0
end

function request()
  return requests[math.random(#requests)]
end

function response(status)
  if status ~= 200 then refused = refused + 1 end
end

function done(summary, latency, requests)
  local refused = 0
  for _, thread in ipairs(threads) do refused = refused + thread:get("refused") end
  local errors = summary.errors
  print(string.format(
    'JSON {"requests": %d, "seconds": %.6f, "p50": %.3f, "p99": %.3f, "max": %.3f, "refused": %d, "errors": %d}',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    latency.max / 1e3, refused, errors.connect + errors.read + errors.write + errors.timeout))
end
