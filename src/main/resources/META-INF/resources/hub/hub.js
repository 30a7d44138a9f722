// Makes pages better; none needs it. GOV.UK components begin, and forms with a draft keep what is typed.
import { initAll } from '/webjars/govuk-frontend/5.14.0/dist/govuk/govuk-frontend.min.js'

document.body.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype) {
  document.body.classList.add('govuk-frontend-supported')
}
initAll()

const PAUSE = 1500
const kept = new WeakSet()

function keep (form) {
  if (kept.has(form)) return
  kept.add(form)
  const status = form.querySelector('[data-autosave-status]')
  let timer = 0
  let saved = state(form)

  function say (text) {
    if (status) status.textContent = text
  }

  async function save () {
    const now = state(form)
    if (now === saved) return
    try {
      const answer = await fetch(form.dataset.autosave, {
        method: 'POST',
        body: new URLSearchParams(now),
        headers: { 'X-Requested-With': 'JavaScript' },
        redirect: 'error',
        // Somebody who leaves the page does not take the request with them.
        keepalive: document.visibilityState === 'hidden',
        credentials: 'same-origin'
      })
      if (!answer.ok) throw new Error(String(answer.status))
      saved = now
      say('Draft saved at ' + new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' }))
    } catch (e) {
      say('The draft could not be saved just now. What you typed is still on this page.')
    }
  }

  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(save, PAUSE)
  })
  // What was sent is no draft any more, also when the page goes out of sight.
  form.addEventListener('submit', () => {
    clearTimeout(timer)
    saved = state(form)
  })
  document.addEventListener('visibilitychange', () => {
    // A page that was read again may have left this form behind.
    if (document.visibilityState === 'hidden' && form.isConnected) save()
  })
}

// A file that would be refused for its size is not sent first: a video takes minutes from a telephone.
document.addEventListener('change', event => {
  const input = event.target
  if (!(input instanceof HTMLInputElement) || !input.dataset.most || !input.files) return
  const error = input.id + '-error'
  const tooLarge = Array.from(input.files).some(file => file.size > input.dataset.most * 1024 * 1024)
  document.getElementById(error)?.remove()
  input.classList.toggle('govuk-file-upload--error', tooLarge)
  input.closest('.govuk-form-group').classList.toggle('govuk-form-group--error', tooLarge)
  const described = (input.getAttribute('aria-describedby') ?? '').split(' ').filter(id => id && id !== error)
  if (tooLarge) {
    const said = document.createElement('p')
    said.id = error
    said.className = 'govuk-error-message'
    said.setAttribute('role', 'alert')
    said.textContent = 'That file is larger than ' + input.dataset.most + ' MB. Choose a smaller one'
    input.before(said)
    input.value = ''
    described.push(error)
  }
  if (described.length > 0) input.setAttribute('aria-describedby', described.join(' '))
  else input.removeAttribute('aria-describedby')
})

// A part of the page follows what a form says, without a button.
function follow (form) {
  if (kept.has(form)) return
  kept.add(form)
  const part = form.querySelector('[data-following]')
  let asked = null

  for (const button of form.querySelectorAll('[data-without-script]')) button.hidden = true

  form.addEventListener('change', async () => {
    asked?.abort()
    asked = new AbortController()
    try {
      const answer = await fetch(form.dataset.follows, {
        method: 'POST',
        body: new URLSearchParams(state(form)),
        headers: { 'X-Requested-With': 'JavaScript' },
        redirect: 'error',
        credentials: 'same-origin',
        signal: asked.signal
      })
      if (!answer.ok) throw new Error(String(answer.status))
      const text = await answer.text()
      part.replaceChildren(...new DOMParser().parseFromString(text, 'text/html').body.childNodes)
    } catch (e) {
      if (e.name === 'AbortError') return
      part.textContent = 'This could not be brought up to date just now, so it is not shown. Load the page again.'
    }
  })
}

function keepAll (within) {
  for (const form of within.querySelectorAll('form[data-autosave]')) keep(form)
  for (const form of within.querySelectorAll('form[data-follows]')) follow(form)
}
keepAll(document)
document.addEventListener('hub:renewed', event => keepAll(event.detail))

// Text only: a chosen file is not part of a draft.
function state (form) {
  const pairs = [...new FormData(form)].filter(([, value]) => typeof value === 'string')
  return new URLSearchParams(pairs).toString()
}
