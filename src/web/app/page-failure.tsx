import { Button, Group, Text } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { Page } from '../components/page';

interface Props {
  /** Where the person is; another page is tried anew. */
  location: string;
  children: ReactNode;
}

interface State {
  error: Error | null;
  at: string;
}

/** In place of a page that can't be loaded or drawn, what happened and what to do; the bar above it goes on working. */
export class PageFailure extends Component<Props, State> {
  override state: State = { error: null, at: this.props.location };

  static getDerivedStateFromError(error: Error): Partial<State> {
    return { error };
  }

  static getDerivedStateFromProps({ location }: Props, { at }: State): Partial<State> | null {
    return location === at ? null : { error: null, at: location };
  }

  override render(): ReactNode {
    return this.state.error === null ? this.props.children : <Failed />;
  }
}

function Failed() {
  return (
    <Page title="This page can’t be opened now">
      <Text maw={560}>
        {navigator.onLine
          ? 'A part of it did not come, perhaps because a new version of the service has just taken over. Try again.'
          : 'There is no connection, and this page was not open before. Go back, or try again when the connection is back.'}{' '}
        What you typed is kept on this device.
      </Text>
      <Group mt="md">
        <Button onClick={() => window.location.reload()}>Try again</Button>
        <Button variant="default" onClick={() => window.history.back()}>
          Go back
        </Button>
      </Group>
    </Page>
  );
}
