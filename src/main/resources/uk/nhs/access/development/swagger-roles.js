'use strict';

// Puts a choice of roles above Swagger UI. Choosing one signs in with a fresh token of that role.

(() => {
  const SCHEME = 'token';

  // The page keeps Swagger UI to itself, so it is caught as the page makes it.
  const make = window.SwaggerUIBundle;
  let ui = null;
  window.SwaggerUIBundle = Object.assign(options => (ui = make(options)), make);

  function option(value, text) {
    const element = document.createElement('option');
    element.value = value;
    element.textContent = text;
    return element;
  }

  async function signIn(offer, status) {
    if (!offer) {
      ui.authActions.logout([SCHEME]);
      status.textContent = 'Not signed in.';
      return;
    }
    const answer = await fetch('/dev/tokens/' + offer.choice);
    ui.preauthorizeApiKey(SCHEME, (await answer.text()).trim());
    const account = offer.account ? ` Account: ${offer.account}, ${offer.email}, password: ${offer.password}.` : '';
    status.textContent = `Signed in as ${offer.role} for one hour. Scope: ${offer.scopes.join(' ')}.${account}`;
  }

  function picker(offers) {
    const bar = document.createElement('div');
    bar.id = 'roles';
    bar.style.cssText = 'padding:10px 20px;background:#005eb8;color:#fff;font:16px/1.5 Arial,sans-serif';
    const label = document.createElement('label');
    label.textContent = 'Signed in as ';
    const roles = document.createElement('select');
    roles.style.cssText = 'font:inherit;padding:4px;margin:0 12px 0 4px;max-width:100%';
    roles.append(option('', 'nobody'), ...offers.map(it => option(it.choice, `${it.role}: ${it.about}`)));
    const status = document.createElement('span');
    status.setAttribute('role', 'status');
    roles.addEventListener('change', () => signIn(offers.find(it => it.choice === roles.value), status));
    label.append(roles);
    bar.append(label, status);
    return bar;
  }

  window.addEventListener('load', async () => {
    const answer = await fetch('/dev/tokens');
    if (answer.ok) {
      const offers = (await answer.json()).roles.map(it => ({ ...it, choice: it.role }));
      const amina = offers.find(it => it.role === 'amina');
      const lost = { ...amina, choice: 'amina?lostPhone=true', about: 'Has lost her phone', scopes: ['recoveries'] };
      document.body.prepend(picker([...offers, lost]));
    }
  });
})();
