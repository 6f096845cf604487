import './theme/styles.js';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Application } from './application.js';
import { session } from './sign-in/session.js';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element with the id "root".');

void session.start();
createRoot(root).render(
  <StrictMode>
    <Application />
  </StrictMode>,
);
