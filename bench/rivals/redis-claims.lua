-- The same for all members who wait for one packet: one call of the script a batch.
-- KEYS: the packet's claims, the shares that are left. ARGV: the members. Answers one of the above for each.
local shares = {}
local given = redis.call('hlen', KEYS[1])
for i, member in ipairs(ARGV) do
  local share = redis.call('hget', KEYS[1], member)
  if not share then
    local amount = redis.call('rpop', KEYS[2])
    if amount then
      given = given + 1
      share = given .. ' ' .. amount
      redis.call('hset', KEYS[1], member, share)
    end
  end
  shares[i] = share
end
return shares
