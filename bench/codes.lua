-- Asks for another code each time, or always for PATH_ASKED; with RATE set, about so many a second over 32 connections instead of as fast as
-- it can.
local codes = {}
local path = os.getenv("PATH_ASKED")
local rate = tonumber(os.getenv("RATE") or "0")

function init(args)
  math.randomseed(7)
  for line in io.lines(args[1]) do codes[#codes + 1] = line end
end

function request()
  return wrk.format("GET", path or "/v/" .. codes[math.random(#codes)])
end

if rate > 0 then
  local mean = 32 / rate * 1000
  function delay()
    return math.floor(2 * mean * math.random() + 0.5)
  end
end
