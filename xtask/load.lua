-- Visits for wrk: `LIMIT ENCODINGS FILES…`, a file as path|tag with the tag that the browser has kept of it. One visit asks
-- for every file once, on a connection of its own; no more than so many requests are made by one thread.

local requests, limit, count = {}, 0, 0

function init(words)
  limit = tonumber(words[1])
  for place = 3, #words do
    local path, tag = words[place]:match("([^|]*)|(.*)")
    local headers = { ["Accept-Encoding"] = words[2] }
    if tag ~= "" then headers["If-None-Match"] = tag end
    if place == #words then headers["Connection"] = "close" end
    requests[#requests + 1] = wrk.format("GET", path, headers)
  end
end

local next = 0

function request()
  next = next % #requests + 1
  return requests[next]
end

function response()
  count = count + 1
  if count == limit then wrk.thread:stop() end
end

function done(summary)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  io.write(string.format("\nSUM %d %d %d %d\n", summary.requests, summary.duration, summary.bytes, failed))
end
