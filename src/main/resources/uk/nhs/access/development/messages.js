'use strict';

document.getElementById('empty').addEventListener('click', async () => {
  await fetch('/dev/messages', { method: 'DELETE' });
  location.reload();
});
