-- What a user does, in a Neovim without a screen: opens a file, reads the marks, takes a fix, saves; then all safe fixes
-- of another. What was seen goes to the file that LOADLIGHT_SEEN names, as JSON.
local seen = {}

local function wait(what, holds)
  if not vim.wait(30000, holds, 50) then
    error('waited in vain for ' .. what)
  end
end

-- Stands in for the list that a user picks from.
local wanted = ''
vim.ui.select = function(items, options, choose)
  for _, item in ipairs(items) do
    if options.format_item(item):find(wanted, 1, true) then
      return choose(item)
    end
  end
end

local function marks()
  local all = {}
  for _, mark in ipairs(vim.diagnostic.get(0)) do
    local said = mark.user_data and mark.user_data.lsp or {}
    table.insert(all, {
      code = mark.code or said.code,
      source = mark.source,
      severity = mark.severity,
      line = mark.lnum,
      from = mark.col,
      to = mark.end_col,
      message = mark.message,
    })
  end
  return all
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
end

local function play()
  vim.cmd('edit read.py')
  wait('the marks', function()
    return #vim.diagnostic.get(0) > 0
  end)
  seen.marks = marks()

  local mark = seen.marks[1]
  vim.api.nvim_win_set_cursor(0, { mark.line + 1, mark.from })
  local here = {
    textDocument = vim.lsp.util.make_text_document_params(0),
    position = { line = mark.line, character = mark.from - 10 },
  }
  for _, answer in pairs(vim.lsp.buf_request_sync(0, 'textDocument/hover', here, 10000) or {}) do
    seen.hover = answer.result and answer.result.contents.value
  end

  wanted = 'weights_only=True'
  vim.lsp.buf.code_action()
  wait('the fix', function()
    return text():find(wanted, 1, true)
  end)
  wait('the marks to go', function()
    return #vim.diagnostic.get(0) == 0
  end)
  vim.cmd('write')

  vim.cmd('edit all.py')
  wait('the notes', function()
    return #vim.diagnostic.get(0) == 2
  end)
  wanted = 'Fix all'
  vim.cmd('LoadlightFixAll')
  wait('both fixes', function()
    return select(2, text():gsub('weights_only=True', '')) == 2
  end)
  vim.cmd('write')
end

local well, problem = pcall(play)
seen.problem = not well and problem or nil
local version = vim.version()
seen.version = ('%d.%d.%d'):format(version.major, version.minor, version.patch)
vim.fn.writefile({ vim.fn.json_encode(seen) }, vim.env.LOADLIGHT_SEEN)
vim.cmd('qall!')
