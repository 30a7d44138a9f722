// The room keeps itself fresh. Told by live.js that something changed, it reads the page again and puts it in place, part by part. Where nobody tells it, it asks
// every few seconds for a stamp that tells nothing but that something changed. What someone is typing is never replaced. Forms are sent without leaving the page:
// what the hub did not confirm stays in the memory of this page, and nowhere else, and is sent again until it is. A form carries a key, so that nothing is recorded
// twice. Without this script the page is as fresh as its last load, says so, and sends its forms as any page does.
const EVERY = 3000
const PATIENCE = 10_000
const AGAIN = [1000, 2000, 4000, 8000]

let room = document.querySelector('[data-room]')

if (room) {
  let stamp = room.dataset.stamp
  // Whether the hub tells by itself what changed.
  let told = false
  // The newer page, while not every part of it could be put in place.
  let waiting = null
  let looking = false
  let lookAgain = false
  let failed = false
  const fresh = () => document.querySelector('[data-fresh]')
  const old = is => { if (fresh()) fresh().hidden = !is }
  old(false)

  function changedBy (field) {
    if (field.type === 'hidden' || !field.matches('input, textarea, select')) return false
    if (field.type === 'radio' || field.type === 'checkbox') return field.checked !== field.defaultChecked
    if (field.tagName === 'SELECT') {
      const given = [...field.options].findIndex(option => option.defaultSelected)
      return field.selectedIndex !== Math.max(given, 0)
    }
    return field.value !== field.defaultValue
  }

  function dirty (within) {
    return [...within.querySelectorAll('input, textarea, select')].some(field => field === document.activeElement && field.value !== '' && field.type !== 'radio' || changedBy(field))
  }

  // Whether every part is as the newer page has it.
  function replace (next) {
    let all = true
    for (const part of room.querySelectorAll('[data-live]')) {
      const now = next.querySelector('[data-live="' + part.dataset.live + '"]')
      if (!now || part.innerHTML === now.innerHTML) continue
      if (dirty(part) || part.contains(document.activeElement) || sendings.some(s => s.form && part.contains(s.form))) {
        all = false
        continue
      }
      const open = [...part.querySelectorAll('details')].map(d => d.open)
      part.innerHTML = now.innerHTML
      part.querySelectorAll('details').forEach((d, i) => { d.open = open[i] || false })
    }
    return all
  }

  // Another item: the whole page is the newer one. What still waits to be confirmed stays in sight.
  function whole (page, ready) {
    const next = page.getElementById('main')
    const main = document.getElementById('main')
    if (!next || !main) return location.reload()
    main.replaceChildren(...next.childNodes)
    document.title = page.title
    room = document.querySelector('[data-room]')
    stamp = room.dataset.stamp
    waiting = null
    old(false)
    for (const sending of sendings) keepInSight(sending)
    document.dispatchEvent(new CustomEvent('hub:renewed', { detail: main }))
    window.scrollTo(0, 0)
    const heading = main.querySelector('h1')
    // Who went on by itself and takes down what is spoken can do so at once, and hears which case it is.
    const field = ready && room.querySelector('#spoken')
    if (field) {
      said.textContent = heading.textContent
      room.prepend(said)
      field.focus({ preventScroll: true })
    } else {
      heading.tabIndex = -1
      heading.focus({ preventScroll: true })
    }
  }

  // Puts in place what nobody is typing in; the rest waits, without asking the hub again, and the page says how old it is.
  function settle () {
    if (waiting.room.dataset.item === room.dataset.item) {
      if (replace(waiting.room)) waiting = null
    } else if (sendings.some(s => s.goes)) {
      // The answer to whoever goes on is on its way, and puts the next item in place.
    } else if (!dirty(room)) {
      whole(waiting.page)
    } else {
      const moved = room.querySelector('[data-moved]')
      if (moved) moved.hidden = false
    }
  }

  async function ask () {
    // A network that is gone without a word must not hold up every look that follows.
    const stop = new AbortController()
    const patience = setTimeout(() => stop.abort(), PATIENCE)
    try {
      return await askWith(stop.signal)
    } finally {
      clearTimeout(patience)
    }
  }

  async function askWith (signal) {
    let said = null
    if (!told) {
      const answer = await fetch(room.dataset.room, { credentials: 'same-origin', redirect: 'error', signal })
      if (answer.status === 403 || answer.status === 404) return leave()
      if (!answer.ok) throw new Error(String(answer.status))
      said = await answer.text()
      if (said === stamp) return
    }
    const answer = await fetch(location.pathname.replace(/\/room\/.*/, '/room'), { credentials: 'same-origin', cache: 'no-store', headers: { 'X-Renewal': 'yes' }, signal })
    if (!answer.ok && answer.status !== 403 && answer.status !== 404) throw new Error(String(answer.status))
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const next = page.querySelector('[data-room]')
    if (!next) return leave()
    if (said === null && next.dataset.stamp === stamp) return
    waiting = { page, room: next }
    stamp = said === null ? next.dataset.stamp : said
  }

  // The room is no longer the reader's. Nothing else ends what waits to be confirmed.
  function leave () {
    drop()
    location.reload()
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
      old(waiting !== null)
      failed = false
    } catch (e) {
      old(true)
      failed = true
    }
    looking = false
    if (lookAgain) {
      lookAgain = false
      look()
    }
  }

  function again () {
    if (!told || failed) {
      look()
    } else if (waiting) {
      settle()
      old(waiting !== null)
    }
  }

  // ---- What is sent -------------------------------------------------------------------------------------------------

  // What was sent and not yet confirmed. Only here: nothing of a case is laid down on the machine.
  const sendings = []

  const key = () => [...crypto.getRandomValues(new Uint8Array(16))].map(b => b.toString(16).padStart(2, '0')).join('')
  const like = (form, within) => [...within.querySelectorAll('form')].find(f => f.getAttribute('action') === form.getAttribute('action'))
  const ofRoom = form => room.contains(form) && /\/room\//.test(form.getAttribute('action'))

  function goesOn (form, button) {
    return /\/(next|turn)$/.test(form.getAttribute('action')) || button?.name === 'go'
  }

  function saysUnsent (form) {
    const moved = room.querySelector('[data-unsent]')
    if (!moved || !moved.hidden) return false
    const along = room.querySelector('form[action$="/spoken"]')
    const others = [...room.querySelectorAll('form')].filter(f => f !== form && !(f === along && /\/decision$/.test(form.getAttribute('action'))) && ofRoom(f) && [...f.elements].some(changedBy))
    moved.hidden = others.length === 0
    if (!moved.hidden) moved.scrollIntoView({ block: 'nearest' })
    return !moved.hidden
  }

  document.addEventListener('submit', event => {
    const form = event.target
    if (!ofRoom(form)) return
    event.preventDefault()
    if (form.inert || goesOn(form, event.submitter) && saysUnsent(form)) return
    send(form, event.submitter)
  })

  function send (form, button) {
    const body = new URLSearchParams(new FormData(form))
    if (button?.name) body.append(button.name, button.value)
    const sending = { form, to: form.getAttribute('action'), body, tried: 0, goes: goesOn(form, button), held: form.contains(document.activeElement) ? document.activeElement.name : null }
    // Who records the decision and goes on leaves no action behind in its field.
    if (button?.name === 'go') {
      sending.along = room.querySelector('form[action$="/spoken"]')
      if (sending.along) body.set('spoken', sending.along.elements.spoken.value)
    }
    sendings.push(sending)
    still(sending, true)
    deliver(sending)
  }

  function still (sending, is) {
    for (const form of [sending.form, sending.along]) if (form) form.inert = is
    document.body.toggleAttribute('data-sending', sendings.length > 0)
  }

  // Whoever signs in at this machine next sends nothing of it.
  function drop () {
    for (const sending of sendings) {
      clearTimeout(sending.timer)
      sending.stop?.abort()
    }
    sendings.length = 0
  }

  async function deliver (sending) {
    clearTimeout(sending.timer)
    if (sending.under || !sendings.includes(sending)) return
    sending.under = true
    sending.stop = new AbortController()
    const patience = setTimeout(() => sending.stop.abort(), PATIENCE)
    let answer, text
    try {
      answer = await fetch(sending.to, {
        method: 'POST',
        body: sending.body,
        headers: { Accept: 'text/html', 'X-Requested-With': 'JavaScript' },
        credentials: 'same-origin',
        cache: 'no-store',
        signal: sending.stop.signal
      })
      text = await answer.text()
    } catch (e) {
      answer = null
    }
    clearTimeout(patience)
    sending.under = false
    if (!sendings.includes(sending)) return
    const signedOut = answer && (answer.status === 499 || answer.status === 401)
    if (!answer || answer.status > 500) {
      // Without a key nobody can tell whether it was carried out.
      if (sending.body.has('once')) return waits(sending)
      answer = null
    }
    sendings.splice(sendings.indexOf(sending), 1)
    still(sending, false)
    if (signedOut) return refusedOutright(sending, null, 'You are signed out.')
    if (!answer) return refusedOutright(sending, null, 'The hub does not answer. Look what stands here, and press again.')
    const page = new DOMParser().parseFromString(text, 'text/html')
    const next = page.querySelector('[data-room]')
    if (!next) return answer.ok && answer.redirected ? location.replace(answer.url) : refusedOutright(sending, page)
    if (answer.ok) done(sending, page, next)
    else refused(sending, next, page)
  }

  // The form stays as it was typed, or makes room for the next line, and is sent until the hub confirms it.
  function waits (sending) {
    if (sending.along) {
      // The action is on its way with the decision; its field is for the next.
      sending.words = sending.along.elements.spoken.value
      sending.along.elements.spoken.value = ''
      sending.along.inert = false
      sending.along = null
    }
    if (sending.form?.classList.contains('hub-flows')) flows(sending)
    keepInSight(sending)
    sending.timer = setTimeout(() => deliver(sending), AGAIN[Math.min(sending.tried++, AGAIN.length - 1)])
  }

  // A line that waits gives its field free for what is said meanwhile.
  function flows (sending) {
    const form = sending.form
    const field = form.querySelector('[data-words]')
    sending.words = field.value
    sending.form = null
    form.inert = false
    for (const each of form.querySelectorAll('[data-words]')) each.value = each.defaultValue = ''
    form.elements.once.value = key()
    if (sending.held) field.focus()
  }

  function keepInSight (sending) {
    if (!sending.note) {
      sending.note = document.createElement('p')
      sending.note.className = 'hub-waits'
      sending.note.setAttribute('role', 'status')
    }
    if (!sending.note.isConnected) {
      const by = sending.form?.isConnected ? sending.form : [...room.querySelectorAll('form')].find(f => f.getAttribute('action') === sending.to)
      if (by) by.after(sending.note)
      else room.prepend(sending.note)
    }
    sending.note.textContent = 'Not recorded yet: the hub does not answer. It is sent again by itself.' + (sending.words ? ' “' + sending.words + '”' : '')
  }

  function done (sending, page, next) {
    sending.note?.remove()
    if (next.dataset.item !== room.dataset.item) {
      if (sendings.length === 0 && !sending.words) return whole(page, true)
      waiting = { page, room: next }
      return settle()
    }
    for (const form of [sending.form, sending.along]) if (form?.isConnected) renew(form, next, form === sending.form ? sending.held : null)
    says(page, [...room.querySelectorAll('form')].find(f => f.getAttribute('action') === sending.to))
    waiting = replace(next) ? null : { page, room: next }
    old(waiting !== null)
    stamp = next.dataset.stamp
    document.title = page.title
  }

  // The form as the newer page has it: empty again, or as it stands now.
  function renew (form, next, held) {
    const twin = like(form, next)
    const part = form.closest('[data-live]')
    if (part) {
      const now = next.querySelector('[data-live="' + part.dataset.live + '"]')
      if (now) part.innerHTML = now.innerHTML
      return
    }
    if (!twin) return form.remove()
    const details = form.closest('details')
    // Where one action was chosen part by part, another often follows.
    if (details && !/\/actions$/.test(form.getAttribute('action'))) details.open = Boolean(twin.querySelector('.govuk-error-message'))
    form.replaceWith(twin)
    document.dispatchEvent(new CustomEvent('hub:renewed', { detail: twin }))
    const field = twin.querySelector('.govuk-error-message') ? twin.querySelector('.govuk-form-group--error input:not([type=hidden]), .govuk-form-group--error textarea, .govuk-form-group--error select') : held && twin.elements[held]
    if (field?.focus) field.focus()
  }

  function refused (sending, next, page) {
    sending.note?.remove()
    if (!sending.form) {
      const why = page.querySelector('.govuk-error-summary__list')
      return refusedOutright(sending, null, why ? why.textContent.trim() : '')
    }
    for (const form of [sending.along, sending.form]) if (form?.isConnected) renew(form, next, null)
    if (sending.words) refusedOutright(sending, null, '')
  }

  // Said where it was typed; the words stay in sight.
  function refusedOutright (sending, page, why) {
    const said = why ?? page.querySelector('h1')?.textContent ?? ''
    if (sending.form && !sending.form.isConnected) sending.form = null
    keepInSight(sending)
    sending.note.textContent = 'Not recorded. ' + said + (sending.words ? ' “' + sending.words + '”' : '')
  }

  // What the hub says of what was done, beside the form where it was done.
  const said = document.createElement('p')
  said.className = 'hub-said'
  said.setAttribute('role', 'status')

  function says (page, form) {
    for (const message of document.querySelectorAll('#main > .govuk-notification-banner, #main > .govuk-error-summary')) message.remove()
    const words = page.querySelector('.govuk-notification-banner__heading')
    said.textContent = words ? words.textContent : ''
    if (words && form) form.after(said)
    else if (words) room.prepend(said)
  }

  function sendAll () {
    for (const sending of sendings) deliver(sending)
  }

  window.addEventListener('online', sendAll)
  document.addEventListener('hub:open', sendAll)
  window.addEventListener('beforeunload', event => { if (sendings.length) event.preventDefault() })

  // ---- Keys ---------------------------------------------------------------------------------------------------------

  // Enter ends a line of actions; with Shift it begins another.
  document.addEventListener('keydown', event => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.target.matches?.('textarea[data-enter]')) {
      event.preventDefault()
      event.target.form.requestSubmit()
    }
  })
  document.addEventListener('input', event => {
    if (event.target.matches?.('textarea[data-enter]')) event.target.rows = Math.min(8, event.target.value.split('\n').length)
  })

  const press = selector => {
    const button = room.querySelector(selector)
    if (button) button.click()
    return button
  }
  const goTo = selector => {
    const field = room.querySelector(selector)
    if (field) field.focus()
    return field
  }
  const KEYS = {
    // What was typed of the decision is recorded on the way.
    KeyN: () => {
      const decision = room.querySelector('form[action$="/decision"]')
      return decision && [...decision.elements].some(changedBy) && press('form[action$="/decision"] button[name=go]') || press('form[action$="/room/next"] button')
    },
    KeyA: () => goTo('#spoken'),
    KeyW: () => goTo('#who'),
    KeyR: () => goTo('form[action$="/decision"] input[type=radio]:checked') || goTo('form[action$="/decision"] input[type=radio]')
  }

  document.addEventListener('keydown', event => {
    if (event.altKey && !event.ctrlKey && !event.metaKey && KEYS[event.code] && KEYS[event.code]()) event.preventDefault()
  })

  // ---- The clock ----------------------------------------------------------------------------------------------------

  function tick () {
    const clock = room.querySelector('[data-since]')
    if (!clock) return
    // The reader's clock may be wrong: only the time that passed on it counts.
    clock.seen ??= Date.now()
    const behind = clock.seen - Number(clock.dataset.now)
    const seconds = Math.max(0, Math.floor((Date.now() - behind - Number(clock.dataset.since)) / 1000))
    const passed = Math.floor(seconds / 60) + ':' + String(seconds % 60).padStart(2, '0')
    if ('break' in clock.dataset) {
      clock.textContent = 'Break, ' + passed
      return
    }
    clock.textContent = passed + ' of ' + clock.dataset.minutes + ' min'
    clock.classList.toggle('hub-clock--over', seconds >= clock.dataset.minutes * 60)
  }

  setInterval(tick, 1000)
  const asking = setInterval(again, EVERY)
  document.addEventListener('hub:open', () => {
    // What changed while nobody told is caught up on.
    if (!told) look()
    told = true
  })
  document.addEventListener('hub:lost', () => { told = false })
  document.addEventListener('hub:changed', look)
  document.addEventListener('hub:over', () => {
    clearInterval(asking)
    drop()
  })
}
