import '@testing-library/jest-dom/vitest';
import {cleanup, configure} from '@testing-library/react';
import {afterEach} from 'vitest';

// A page is loaded when somebody goes there, and on a busy machine that takes its time.
configure({asyncUtilTimeout: 15_000});

afterEach(() => {
  cleanup();
  sessionStorage.clear();
  localStorage.clear();
});
