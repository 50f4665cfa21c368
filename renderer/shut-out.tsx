import './styles/styles.ts';
import { createRoot } from 'react-dom/client';
import { ShutOut } from './app/shut-out.tsx';
import { SettingsProvider } from './app/settings.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <SettingsProvider>
    <ShutOut />
  </SettingsProvider>,
);
