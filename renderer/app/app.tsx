import { lazy, Suspense } from 'react';
import { Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { Home } from '../features/home/home.tsx';
import { ImportProvider } from '../features/home/import-provider.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { HostWarning } from './host-warning.tsx';
import { useWords } from '../i18n/use-words.ts';

const EnterpriseWindow = lazy(() => import('./enterprise-window.tsx'));

export function App() {
  const { say } = useWords();
  return (
    <Router hook={useHashLocation}>
      <ErrorBoundary title={say('broken')} action={say('open-again')}>
        <Suspense fallback={<p className="waiting">{say('loading')}</p>}>
          <ImportProvider>
            <Switch>
              <Route path="/enterprises/:id/:step/*?">
                {({ id, step, '*': rest }) => <EnterpriseWindow key={id} id={id} step={step} rest={rest ?? ''} />}
              </Route>
              <Route>
                <Home />
              </Route>
            </Switch>
          </ImportProvider>
        </Suspense>
      </ErrorBoundary>
      <HostWarning />
    </Router>
  );
}
