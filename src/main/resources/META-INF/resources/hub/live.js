// An open page follows what its reader may see. It asks for one thing, /live/..., which says in one sum how the page stands and nothing of what it holds; where that
// is another one the page is read again and put in place, part by part, but for what someone is typing. What is no longer theirs is taken off the screen.
// Without this script a page is as fresh as its last load, and says so.
import { initAll } from '/webjars/govuk-frontend/5.14.0/dist/govuk/govuk-frontend.min.js'

const FIELD = 'input:not([type=hidden]), textarea, select'
const SILENCE = 12_000 // The hub says every 5 seconds how the page stands.
const UNNOTICED = 2_000 // A line that is cut and soon there again is nothing to tell anybody.
const LONGEST_WAIT = 15_000
const UNUSED = 60 * 60_000 // As long as the sign-in lasts without its person.

const body = document.body
const main = document.getElementById('main')
const room = document.querySelector('[data-room]')
// A page that answers to a form has in its fields what was typed into it.
let answersForm = 'typed' in body.dataset
const watch = body.dataset.watch
let sum = body.dataset.sum
let line = null
let wait = 0
let sureUntil = new Date()
let used = Date.now()
let over = false
let renewing = false
let renewAgain = false

const fresh = () => document.querySelector('[data-fresh]')
const status = document.createElement('p')
status.className = 'hub-lost'
status.setAttribute('role', 'status')
main.parentNode.insertBefore(status, main)

function tell (event) {
  document.dispatchEvent(new CustomEvent('hub:' + event))
}

function unsure (why = navigator.onLine ? 'The connection to the hub is lost.' : 'This machine has no network.') {
  if (over || status.textContent.startsWith(why)) return
  delete body.dataset.follows
  const at = sureUntil.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  status.textContent = why + ' This page is as it was at ' + at + '. It follows again by itself, and what you typed stays.'
  if (fresh()) fresh().hidden = false
}

function sure () {
  clearTimeout(unnoticed)
  unnoticed = 0
  sureUntil = new Date()
  body.dataset.follows = 'yes'
  status.textContent = ''
  if (fresh()) fresh().hidden = true
}

// ---- The line -------------------------------------------------------------------------------------------------------

let unnoticed = 0

function lost () {
  line = null
  if (over || document.hidden) return
  if (!unnoticed) {
    unnoticed = setTimeout(() => {
      tell('lost')
      unsure()
    }, UNNOTICED)
  }
  setTimeout(follow, wait + Math.random() * 500)
  wait = Math.min(LONGEST_WAIT, wait * 2 || 500)
}

async function follow () {
  if (line || over || document.hidden) return
  const mine = line = new AbortController()
  let silence = 0
  const heard = () => {
    clearTimeout(silence)
    silence = setTimeout(() => mine.abort(), SILENCE)
  }
  try {
    heard()
    const answer = await fetch(watch, {
      signal: mine.signal,
      headers: { Accept: 'text/event-stream', 'X-Requested-With': 'JavaScript' },
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'manual'
    })
    // Sent to sign in: the session has ended.
    if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 499) return signedOut()
    if (answer.status === 403 || answer.status === 404) return gone()
    if (!answer.ok) throw new Error(String(answer.status))
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      heard()
      text += value
      const events = text.split('\n\n')
      text = events.pop()
      for (const event of events) hear(event)
    }
  } catch (e) {
    // The line is tried again, as after a line that the hub has cut.
  } finally {
    clearTimeout(silence)
    if (line === mine) lost()
  }
}

function hear (event) {
  const field = name => (event.match(new RegExp('^' + name + ': ?(.*)$', 'm')) || [])[1] || ''
  switch (field('event')) {
    case 'now':
      wait = 0
      sure()
      tell('open')
      if (Date.now() - used > UNUSED && !room) leftAlone()
      else if (field('data') !== sum) changed(field('data'))
      break
    case 'unsure':
      tell('lost')
      unsure('The hub cannot tell for the moment whether anything has changed.')
      break
    case 'gone':
      gone()
  }
}

function hangUp () {
  const was = line
  line = null
  if (was) was.abort()
}

document.addEventListener('visibilitychange', () => {
  if (document.hidden) hangUp()
  else if (!over) follow()
})
window.addEventListener('pagehide', hangUp)
// What the machine itself notices need not be waited for.
window.addEventListener('offline', () => {
  if (line) line.abort()
  if (!watch || over) return
  tell('lost')
  unsure()
})
window.addEventListener('online', () => {
  wait = 0
  follow()
})
// A page that the browser kept whole may show what was taken away meanwhile.
window.addEventListener('pageshow', event => {
  if (event.persisted) location.reload()
})
for (const use of ['pointerdown', 'keydown', 'scroll']) {
  document.addEventListener(use, () => { used = Date.now() }, { passive: true })
}

// ---- What has changed -----------------------------------------------------------------------------------------------

let said = sum

function changed (to) {
  said = to
  if (room) {
    // The room reads itself again, part by part.
    sum = to
    tell('changed')
  } else {
    renew()
  }
}

async function renew () {
  if (renewing) {
    renewAgain = true
    return
  }
  renewing = true
  const stop = new AbortController()
  const silence = setTimeout(() => stop.abort(), SILENCE)
  try {
    const answer = await fetch(location.href, { credentials: 'same-origin', cache: 'no-store', headers: { Accept: 'text/html', 'X-Renewal': 'yes' }, signal: stop.signal })
    if (answer.status === 403 || answer.status === 404) return gone()
    if (answer.status === 405 || answer.status === 400) return moved()
    if (!answer.ok) throw new Error(String(answer.status))
    if (answer.redirected && new URL(answer.url).pathname !== location.pathname) return location.replace(answer.url)
    put(new DOMParser().parseFromString(await answer.text(), 'text/html'))
  } catch (e) {
    // What cannot be read again now is read when the line is there again.
    sum = ''
    hangUp()
    lost()
  } finally {
    clearTimeout(silence)
    renewing = false
    if (renewAgain) {
      renewAgain = false
      if (!over && said !== sum) setTimeout(renew, 250)
    }
  }
}

function changedBy (field) {
  if (field.type === 'radio' || field.type === 'checkbox') return field.checked !== field.defaultChecked
  if (field.tagName === 'SELECT') return field.selectedIndex !== Math.max([...field.options].findIndex(option => option.defaultSelected), 0)
  return field.value !== field.defaultValue
}

function typedInto (form) {
  return answersForm || form.contains(document.activeElement) && document.activeElement.matches(FIELD) || [...form.querySelectorAll(FIELD)].some(changedBy)
}

// The same form on the newer page.
function twin (form, next) {
  const like = within => [...within.querySelectorAll('form')].filter(f => f.getAttribute('action') === form.getAttribute('action'))
  return like(next)[like(main).indexOf(form)]
}

// Everything inside becomes what it is on the newer page, but for the forms that are kept, which stay where they are.
function replace (now, next, kept) {
  const inside = kept.filter(form => now.contains(form))
  const places = new Map()
  for (const child of now.children) {
    const form = inside.find(f => child.contains(f))
    const there = form && [...next.children].find(c => c.contains(form.twin) && ![...places.values()].includes(c))
    if (there) places.set(child, there)
  }
  for (const node of [...now.childNodes]) if (!places.has(node)) node.remove()
  const here = new Map([...places].map(([child, there]) => [there, child]))
  let after = null
  for (const node of [...next.childNodes].reverse()) {
    const place = here.get(node)
    if (place) {
      if (!inside.includes(place)) replace(place, node, kept)
      after = place
    } else {
      now.insertBefore(node, after)
      after = node
    }
  }
}

function put (page) {
  const next = page.getElementById('main')
  if (!next) return location.reload()
  const open = [...main.querySelectorAll('details[open] > summary')].map(s => s.textContent.trim())
  const forms = [...main.querySelectorAll('form')].filter(typedInto)
  for (const form of forms) form.twin = twin(form, next)
  const kept = forms.filter(form => form.twin)
  const held = document.activeElement
  const at = window.scrollY
  replace(main, next, kept)
  const aside = typed(forms.filter(form => !form.isConnected))
  if (aside) main.append(aside)
  for (const summary of main.querySelectorAll('details > summary')) {
    if (open.includes(summary.textContent.trim())) summary.parentNode.open = true
  }
  document.title = page.title
  sum = page.body.dataset.sum
  if (fresh()) fresh().hidden = true
  initAll({ scope: main })
  document.dispatchEvent(new CustomEvent('hub:renewed', { detail: main }))
  window.scrollTo(0, at)
  if (!held.isConnected) (([...main.querySelectorAll(held.tagName)].find(e => e.id ? e.id === held.id : e.textContent === held.textContent)) || main).focus()
}

// ---- What is no longer shown ----------------------------------------------------------------------------------------

// What someone typed into fields that were empty: their own words, and nobody else's.
function typed (forms) {
  const fields = answersForm ? [] : forms.flatMap(f => [...f.querySelectorAll('textarea, input[type=text]')]).filter(f => f.defaultValue === '' && f.value !== '')
  if (!fields.length) return null
  const box = document.createElement('section')
  const heading = document.createElement('h2')
  heading.className = 'govuk-heading-m'
  heading.textContent = 'What you typed'
  box.append(heading, ...fields.map(field => {
    const words = document.createElement('p')
    words.className = 'govuk-body hub-typed'
    words.textContent = field.value
    return words
  }))
  return box
}

function instead (title, text, link, href) {
  if (over) return
  over = true
  hangUp()
  clearTimeout(unnoticed)
  const aside = typed([...main.querySelectorAll('form')])
  const heading = document.createElement('h1')
  heading.className = 'govuk-heading-l'
  heading.textContent = title
  const words = document.createElement('p')
  words.className = 'govuk-body'
  words.textContent = text
  const way = document.createElement('p')
  way.className = 'govuk-body'
  const a = document.createElement('a')
  a.className = 'govuk-link'
  a.href = href
  a.textContent = link
  way.append(a)
  main.replaceChildren(heading, words, ...(aside ? [aside] : []), way)
  document.title = title + ' - Panel Hub'
  for (const said of ['watch', 'sum', 'follows', 'typed']) delete body.dataset[said]
  for (const mark of document.querySelectorAll('.hub-mark, nav[aria-label=Back], .hub-lost')) mark.remove()
  tell('over')
  main.focus()
}

function gone () {
  instead('This is no longer shown to you', 'What stood here was withdrawn, has ended, or is no longer for you to see.', 'What needs you', '/')
}

function signedOut () {
  instead('You are signed out', 'Your session has ended, so what stood here is no longer shown.', 'Sign in again', location.pathname + location.search)
}

function leftAlone () {
  instead('This page was left open', 'Nobody has used it for an hour, so what stood here is no longer shown.', 'Show it again', location.pathname + location.search)
}

// An address that only a form answers at cannot be read again.
function moved () {
  const way = fresh() && fresh().querySelector('a')
  instead('This has changed', 'What stood here is not as it was when you opened it.', 'Show it as it is now', way ? way.getAttribute('href') : '/')
}

if (watch) {
  if (fresh()) fresh().hidden = true
  follow()
}
