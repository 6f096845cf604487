import { Button } from '@mantine/core';
import { Component } from 'react';
import type { ReactNode } from 'react';
import styles from './parts.module.css';

interface PanelBoundaryProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** Keeps a defect of one panel away from the rest of the page. */
export class PanelBoundary extends Component<PanelBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div className={styles.calm} role="alert">
        <strong>{this.props.title} cannot be shown</strong>
        <p>Something in it could not be drawn. The rest of the page is right.</p>
        <Button size="xs" variant="default" onClick={() => this.setState({ failed: false })}>
          Show it again
        </Button>
      </div>
    );
  }
}
