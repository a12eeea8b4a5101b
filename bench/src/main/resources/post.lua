-- For wrk: posts one line of a file after another, each with a key of its own.
-- Arguments: the file, how many lines to pass over, what the keys begin with.
local bodies = {}
local at = 0
local key = ""
local headers = { ["Content-Type"] = "application/json" }

function init(args)
  for line in io.lines(args[1]) do
    bodies[#bodies + 1] = line
  end
  at = tonumber(args[2])
  key = args[3]
end

function request()
  at = at + 1
  headers["Idempotency-Key"] = key .. "-" .. at
  return wrk.format("POST", nil, headers, bodies[(at - 1) % #bodies + 1])
end
