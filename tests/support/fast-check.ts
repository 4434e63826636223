import fc from 'fast-check';

// Every run tests the same cases, so that failures are reproducible.
fc.configureGlobal({ seed: 1 });
