// A part of a page that says how far something is: asked again every two seconds while it runs. Without this the page has a link that does it.
const PAUSE = 2000

async function look () {
  const here = document.querySelector('[data-progress="running"]')
  if (!here) return
  try {
    const answer = await fetch(location.pathname, { headers: { 'X-Requested-With': 'JavaScript' }, credentials: 'same-origin', redirect: 'error' })
    if (!answer.ok) throw new Error(String(answer.status))
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const there = page.querySelector('[data-progress]')
    if (!there) return
    if (there.dataset.progress !== 'running') {
      // The form below comes back with the result.
      document.querySelector('main').replaceWith(document.importNode(page.querySelector('main'), true))
      return
    }
    // The button that somebody is about to press stays where it is.
    for (const part of ['p', 'progress']) {
      here.querySelector(part).replaceWith(document.importNode(there.querySelector(part), true))
    }
  } catch {
    // The next time, or by the link.
  }
  setTimeout(look, PAUSE)
}

setTimeout(look, PAUSE)
