// The room keeps itself fresh. Told by live.js that something changed, it reads the page again and puts it in place, part by part. Where nobody tells it, it asks
// every few seconds for a stamp that tells nothing but that something changed. What someone is typing is never replaced. Without this script the page is as fresh
// as its last load, and says so.
const room = document.querySelector('[data-room]')
const EVERY = 3000

if (room) {
  let stamp = room.dataset.stamp
  // Whether the hub tells by itself what changed.
  let told = false
  // The newer page, while not every part of it could be put in place.
  let waiting = null
  let looking = false
  let lookAgain = false
  const fresh = document.querySelector('[data-fresh]')
  if (fresh) fresh.hidden = true

  function dirty (within) {
    return [...within.querySelectorAll('input, textarea, select')].some(field => {
      if (field.type === 'hidden') return false
      if (field === document.activeElement && field.value !== '') return true
      if (field.type === 'radio' || field.type === 'checkbox') return field.checked !== field.defaultChecked
      if (field.tagName === 'SELECT') {
        const given = [...field.options].findIndex(option => option.defaultSelected)
        return field.selectedIndex !== Math.max(given, 0)
      }
      return field.value !== field.defaultValue
    })
  }

  // Whether every part is as the newer page has it.
  function replace (next) {
    let all = true
    for (const part of room.querySelectorAll('[data-live]')) {
      const now = next.querySelector('[data-live="' + part.dataset.live + '"]')
      if (!now || part.innerHTML === now.innerHTML) continue
      if (dirty(part) || part.contains(document.activeElement)) {
        all = false
        continue
      }
      const open = [...part.querySelectorAll('details')].map(d => d.open)
      part.innerHTML = now.innerHTML
      part.querySelectorAll('details').forEach((d, i) => { d.open = open[i] || false })
    }
    return all
  }

  // Puts in place what nobody is typing in; the rest waits, without asking the hub again, and the page says how old it is.
  function settle () {
    if (waiting.dataset.item === room.dataset.item) {
      if (replace(waiting)) waiting = null
    } else if (!dirty(room)) {
      location.reload()
    } else {
      const moved = room.querySelector('[data-moved]')
      if (moved) moved.hidden = false
    }
  }

  async function ask () {
    const answer = await fetch(room.dataset.room, { credentials: 'same-origin', redirect: 'error' })
    if (!answer.ok) return location.reload()
    const said = await answer.text()
    if (said === stamp) return
    const page = await fetch(location.pathname.replace(/\/room\/.*/, '/room'), { credentials: 'same-origin' })
    const next = new DOMParser().parseFromString(await page.text(), 'text/html').querySelector('[data-room]')
    if (!next) return location.reload()
    waiting = next
    stamp = said
  }

  async function look () {
    if (looking) {
      lookAgain = true
      return
    }
    looking = true
    try {
      await ask()
      if (waiting) settle()
      if (fresh) fresh.hidden = !waiting
    } catch (e) {
      if (fresh) fresh.hidden = false
    }
    looking = false
    if (lookAgain) {
      lookAgain = false
      look()
    }
  }

  function again () {
    if (told && waiting) {
      settle()
      if (fresh) fresh.hidden = !waiting
    } else if (!told) {
      look()
    }
  }

  function tick () {
    const clock = room.querySelector('[data-since]')
    if (!clock) return
    const behind = started - Number(clock.dataset.now)
    const seconds = Math.max(0, Math.floor((Date.now() - behind - Number(clock.dataset.since)) / 1000))
    clock.textContent = Math.floor(seconds / 60) + ':' + String(seconds % 60).padStart(2, '0') + ' of ' + clock.dataset.minutes + ' min'
    clock.classList.toggle('hub-clock--over', seconds >= clock.dataset.minutes * 60)
  }

  // The reader's clock may be wrong: only the time that passed on it counts.
  const started = Date.now()
  setInterval(tick, 1000)
  const asking = setInterval(again, EVERY)
  document.addEventListener('hub:open', () => { told = true })
  document.addEventListener('hub:lost', () => { told = false })
  document.addEventListener('hub:changed', look)
  document.addEventListener('hub:over', () => clearInterval(asking))

  document.addEventListener('keydown', event => {
    if (event.altKey && event.key.toLowerCase() === 'n') {
      const next = room.querySelector('form[action$="/room/next"] button')
      if (next) {
        event.preventDefault()
        next.click()
      }
    }
  })
}
