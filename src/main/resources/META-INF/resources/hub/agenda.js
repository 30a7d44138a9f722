// Items of an agenda change places under the hand or by the keyboard; the form that holds them all is sent in the order in which they stand. Without this script each has buttons that move
// it by one.
const list = document.querySelector('[data-order]')

if (list) {
  const said = document.querySelector('[data-moved]')
  let dragged = null

  function rows () { return [...list.children] }

  function name (row) { return row.querySelector('[data-name]').textContent }

  function renumber () {
    rows().forEach((row, at) => { row.querySelector('[data-number]').textContent = at + 1 })
  }

  function place (row, at) {
    const all = rows()
    const from = all.indexOf(row)
    const to = Math.min(Math.max(at, 0), all.length - 1)
    if (to === from) return
    if (to > from) all[to].after(row)
    else all[to].before(row)
    renumber()
    said.textContent = name(row) + ' is item ' + (to + 1) + ' of ' + all.length + '. Not saved yet.'
  }

  function onKey (event) {
    const row = event.currentTarget.closest('li')
    const at = rows().indexOf(row)
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: Infinity }[event.key]
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    place(row, to)
    // A row that was put elsewhere has lost the focus.
    event.currentTarget.focus()
  }

  function onDrag (event) {
    if (!dragged) return
    const all = rows()
    const over = all.findIndex(row => {
      const box = row.getBoundingClientRect()
      return event.clientY >= box.top && event.clientY < box.bottom
    })
    if (over < 0 || all[over] === dragged) return
    const box = all[over].getBoundingClientRect()
    const below = all.indexOf(dragged) < over
    // Only past the middle, so that rows of different heights do not swap to and fro.
    if (below ? event.clientY > box.top + box.height / 2 : event.clientY < box.top + box.height / 2) place(dragged, over)
  }

  function drop () {
    if (dragged) dragged.classList.remove('hub-build--dragged')
    dragged = null
  }

  for (const row of rows()) {
    const handle = row.querySelector('[data-handle]')
    handle.hidden = false
    row.querySelectorAll('[data-step]').forEach(button => { button.hidden = true })
    handle.addEventListener('keydown', onKey)
    handle.addEventListener('pointerdown', event => {
      if (event.button !== 0) return
      dragged = row
      row.classList.add('hub-build--dragged')
    })
  }
  document.addEventListener('pointermove', onDrag)
  document.addEventListener('pointerup', drop)
  document.addEventListener('pointercancel', drop)
  document.querySelector('[data-moving]').hidden = false
}
