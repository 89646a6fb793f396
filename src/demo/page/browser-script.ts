/** The script of the page. It fetches the page anew when something has changed, and sends forms without leaving it. */
export const browserScript = `'use strict';
(() => {
  const isTyped = (field) => field.value !== field.defaultValue;

  const syncAttributes = (from, to) => {
    for (const { name } of [...from.attributes]) if (!to.hasAttribute(name) && !(name === 'open' && from.nodeName === 'DETAILS')) from.removeAttribute(name);
    for (const { name, value } of to.attributes) if (from.getAttribute(name) !== value) from.setAttribute(name, value);
  };

  // What somebody is typing stays, and with it what the text was when they began.
  const isInUse = (node) => {
    if (node.nodeName === 'TEXTAREA') return isTyped(node);
    return node.nodeName === 'INPUT' && node.form !== null && [...node.form.querySelectorAll('textarea')].some(isTyped);
  };

  const isSame = (one, other) => one.nodeName === other.nodeName && (one.id || '') === (other.id || '');

  const morphChildren = (from, to) => {
    let place = from.firstChild;
    for (const wanted of [...to.childNodes]) {
      const known = wanted.id ? [...from.childNodes].find((node) => node.id === wanted.id && node.nodeName === wanted.nodeName) : undefined;
      const match = known ?? (place !== null && isSame(place, wanted) ? place : undefined);
      if (match === undefined) {
        from.insertBefore(wanted, place);
      } else {
        if (match === place) place = place.nextSibling;
        else from.insertBefore(match, place);
        morph(match, wanted);
      }
    }
    while (place !== null) {
      const next = place.nextSibling;
      place.remove();
      place = next;
    }
  };

  const morph = (from, to) => {
    if (from.nodeType !== Node.ELEMENT_NODE) {
      if (from.data !== to.data) from.data = to.data;
      return;
    }
    if (isInUse(from)) return;
    syncAttributes(from, to);
    if (from.nodeName === 'TEXTAREA') {
      if (from.defaultValue !== to.defaultValue) from.value = from.defaultValue = to.defaultValue;
    } else if (from.nodeName === 'SELECT') {
      morphChildren(from, to);
      from.value = to.value;
    } else {
      morphChildren(from, to);
    }
  };

  const show = (text, { keepsRefusal }) => {
    const page = new DOMParser().parseFromString(text, 'text/html');
    const refusal = document.getElementById('refusal');
    if (keepsRefusal && refusal !== null) page.querySelector('main').prepend(refusal.cloneNode(true));
    const { scrollX, scrollY } = window;
    document.title = page.title;
    morph(document.body, page.body);
    window.scrollTo(scrollX, scrollY);
  };

  // One at a time; what changes meanwhile is fetched afterwards.
  let isFetching = false;
  let isStale = false;
  const refresh = async () => {
    isStale = true;
    if (isFetching) return;
    isFetching = true;
    try {
      while (isStale) {
        isStale = false;
        const answer = await fetch(location.pathname + location.search);
        // What was refused stays to be read until the next thing is done.
        if (answer.ok) show(await answer.text(), { keepsRefusal: true });
      }
    } catch {
      // The demo has ended; the page stays as it was.
    } finally {
      isFetching = false;
    }
  };

  const settleForm = (form) => {
    for (const field of form.querySelectorAll('textarea')) {
      if (form.hasAttribute('data-reset')) field.value = field.defaultValue;
      else field.defaultValue = field.value;
    }
    const details = form.closest('details');
    if (details === null) return;
    details.open = false;
    details.querySelector('summary').focus();
  };

  const send = async (form, submitter) => {
    const fields = new URLSearchParams(new FormData(form, submitter));
    // A button that is called "action" hides the form's own property.
    const answer = await fetch(form.getAttribute('action'), { method: 'POST', body: fields });
    const text = await answer.text();
    if (answer.ok) settleForm(form);
    show(text, { keepsRefusal: false });
    if (!answer.ok) document.getElementById('refusal')?.scrollIntoView({ block: 'center' });
  };

  document.addEventListener('submit', (event) => {
    event.preventDefault();
    void send(event.target, event.submitter).catch(() => location.reload());
  });

  document.addEventListener('change', ({ target }) => {
    const form = target.closest('form[data-at-once]');
    if (form !== null) form.requestSubmit();
  });

  document.documentElement.classList.add('has-script');
  new EventSource('/events').addEventListener('message', () => void refresh());
})();
`;
