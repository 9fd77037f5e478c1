// A page that shows work going on looks again by itself; where scripts are off, a refresh of the page's head does it.
'use strict';

const work = document.querySelector('[data-again]');
if (work) setInterval(() => document.querySelector('button[data-touching]') ?? location.reload(), Number(work.dataset.again) * 1000); // Nobody who is touching a key is interrupted.
