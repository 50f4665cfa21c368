import { Component, type ReactNode } from 'react';

interface ErrorBoundaryProps {
  readonly title: string;
  readonly action: string;
  readonly children: ReactNode;
}

/** Instead of a white page: what happened, and a way to open again. What was saved is not touched. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly reason: string | null }> {
  override state = { reason: null };

  static getDerivedStateFromError(error: unknown) {
    return { reason: String(error) };
  }

  override render() {
    const { reason } = this.state;
    if (reason === null) return this.props.children;
    return (
      <main className="welcome" role="alert">
        <h1>{this.props.title}</h1>
        <p className="hint">{reason}</p>
        <button type="button" className="primary" onClick={() => location.reload()}>
          {this.props.action}
        </button>
      </main>
    );
  }
}
