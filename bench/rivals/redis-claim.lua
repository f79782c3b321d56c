-- One claim, whole: at most one share a member, shares drawn when the packet was sent, numbered in order of claim.
-- KEYS: the packet's claims (hash: member → "number amount"), the shares that are left (list).
-- ARGV: the member. Answers "number amount", or false when nothing is left.
local had = redis.call('hget', KEYS[1], ARGV[1])
if had then return had end
local amount = redis.call('rpop', KEYS[2])
if not amount then return false end
local share = (redis.call('hlen', KEYS[1]) + 1) .. ' ' .. amount
redis.call('hset', KEYS[1], ARGV[1], share)
return share
