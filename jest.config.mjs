// Tests run the built files (see build.mjs): the same code that `npm start` runs, workers included.
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/dist/test/**/*.test.js'],
  transform: {},
  testTimeout: 30_000,
};
