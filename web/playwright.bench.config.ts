import { defineConfig } from '@playwright/test';
import pages from './playwright.config';

// make web-bench: what the first load costs, in the same browser and against the same daemon as the tests.
export default defineConfig({
  ...pages,
  testDir: 'bench',
  testMatch: '*.bench.ts',
  projects: [{ name: 'bench' }],
});
