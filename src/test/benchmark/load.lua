-- Sends each line of a file once, and ends early where there are no more: a path, a body, and a token where it is not the one that all share, divided by tabs.
-- Arguments: the file, the status that every answer must have, the number of threads, and the shared token.

local threads = {}

function setup(thread)
  thread:set("number", #threads)
  table.insert(threads, thread)
end

function init(arguments)
  expected = tonumber(arguments[2])
  local sharers = tonumber(arguments[3])
  shared = arguments[4]
  lines, at, unexpected, example = {}, 0, 0, ""
  local line_number = 0
  for line in io.lines(arguments[1]) do
    if line_number % sharers == number then
      lines[#lines + 1] = line
    end
    line_number = line_number + 1
  end
end

function request()
  at = at + 1
  local line = lines[at]
  if not line then
    wrk.thread:stop()
    return wrk.format("GET", "/q/health/live", {})
  end
  local path, body, token, address = line:match("^([^\t]*)\t([^\t]*)\t([^\t]*)\t(.*)$")
  local headers = { ["Content-Type"] = "application/json", ["X-Forwarded-For"] = address }
  if token ~= "none" then
    headers["Authorization"] = "Bearer " .. (token == "" and shared or token)
  end
  return wrk.format("POST", path, headers, body)
end

function response(status, headers, body)
  if status ~= expected then
    unexpected = unexpected + 1
    example = status .. " " .. body
  end
end

function done(summary, latency, requests)
  local wrong, said = 0, ""
  for _, thread in ipairs(threads) do
    wrong = wrong + thread:get("unexpected")
    if thread:get("example") ~= "" then
      said = thread:get("example")
    end
  end
  local errors = summary.errors
  io.write(string.format("RESULT %d %d %d %d %d %d %s\n",
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    wrong, errors.connect + errors.read + errors.write + errors.timeout, said:gsub("%s+", " ")))
end
