// The only script: it hands a form's challenge to the passkey and puts the answer into the form. Everything else works without it.
'use strict';

const bytes = text => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), c => c.charCodeAt(0));
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

async function touch(form) {
  const { challenge, allow } = form.dataset;
  const answer = await navigator.credentials.get({
    publicKey: {
      challenge: bytes(challenge),
      allowCredentials: allow ? [{ type: 'public-key', id: bytes(allow) }] : [],
      userVerification: 'required',
    },
  });
  return {
    credential: text(answer.rawId),
    authenticatorData: text(answer.response.authenticatorData),
    clientData: text(answer.response.clientDataJSON),
    signature: text(answer.response.signature),
  };
}

async function make(form) {
  const { challenge, user, name } = form.dataset;
  const made = await navigator.credentials.create({
    publicKey: {
      challenge: bytes(challenge),
      rp: { name: 'Azukari' },
      user: { id: bytes(user), name, displayName: name },
      pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      attestation: 'none',
    },
  });
  return { credential: text(made.rawId), key: text(made.response.getPublicKey()) };
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const [button, fault] = [form.querySelector('button'), form.querySelector('[data-fault]')];
    button.disabled = true; // Pressed twice is meant once.
    button.dataset.touching = '';
    fault.hidden = true;
    try {
      const answer = await (form.dataset.passkey === 'make' ? make(form) : touch(form));
      for (const [name, value] of Object.entries(answer)) form.elements[name].value = value;
      form.submit();
    } catch {
      button.disabled = false;
      delete button.dataset.touching;
      fault.hidden = false;
      button.focus();
    }
  });
}
