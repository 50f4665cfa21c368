import { createRoot } from 'react-dom/client';
import { ShutOut } from './app/shut-out.tsx';
import { SettingsProvider } from './app/settings.tsx';
import './styles/base.css';
import './styles/controls.css';
import './styles/layout.css';
import './styles/features.css';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <SettingsProvider>
    <ShutOut />
  </SettingsProvider>,
);
