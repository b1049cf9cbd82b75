'use strict';

// Opening the page, by whomever or whatever, only looks. The button alone cancels.

const sections = ['waiting', 'change', 'done', 'problem'];
const element = id => document.getElementById(id);

let token = null;

function show(section) {
  sections.forEach(id => { element(id).hidden = id !== section; });
  const title = element(section + '-title');
  if (title) {
    title.focus();
  }
}

function showTime(id, instant, otherwise) {
  element(id).textContent = instant
    ? new Date(instant).toLocaleString('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/London' })
    : otherwise;
}

function refuse(problem) {
  element('problem-title').textContent = problem.title;
  element('problem-detail').textContent = problem.detail || '';
  element('problem-reference').hidden = !problem.cid;
  element('problem-cid').textContent = problem.cid || '';
  element('problem-help').href = problem.help || '';
  show('problem');
}

async function ask(operation) {
  const answer = await fetch('/v1/cancel-tokens/' + operation, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token })
  });
  const body = await answer.json();
  if (!answer.ok) {
    throw body;
  }
  return body;
}

function explain(failure) {
  refuse(failure instanceof Error
    ? { title: 'The service cannot be reached', detail: 'Check your connection, and open the link again.' }
    : failure);
}

async function look() {
  token = new URLSearchParams(location.hash.slice(1)).get('token');
  // Out of the address bar and the history, where others might see it.
  history.replaceState(null, '', location.pathname);
  if (!token) {
    refuse({ title: 'This is not the whole link', detail: 'Open the link in the email, or copy all of it.' });
    return;
  }
  show('waiting');
  try {
    const change = await ask('lookup');
    element('number').textContent = change.newNumber;
    showTime('requested', change.requestedAt, '');
    showTime('applies', change.appliesAt, '24 hours after our emails to you have left');
    element('stop').disabled = false;
    show('change');
  } catch (failure) {
    explain(failure);
  }
}

async function stop() {
  element('stop').disabled = true;
  try {
    await ask('redeem');
    show('done');
  } catch (failure) {
    explain(failure);
  }
}

element('stop').addEventListener('click', stop);
window.addEventListener('hashchange', () => { if (location.hash) { look(); } });
look();
