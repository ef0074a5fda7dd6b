import { TextInput, type TextInputProps } from '@mantine/core';
import { faultOf } from '../api/problem';
import { ProblemNotice } from '../components/problem-notice';

interface Props extends TextInputProps {
  /** Why the last code was not taken. */
  problem: Error | null;
}

/** Where a person types a code of the authenticator app or a recovery code; what was wrong with it is said below. */
export function CodeField({ problem, ...props }: Props) {
  const fault = faultOf(problem, '/code');
  return (
    <>
      <TextInput
        label="Code"
        name="code"
        autoComplete="one-time-code"
        autoCapitalize="off"
        spellCheck={false}
        required
        error={fault}
        {...props}
      />
      {problem && !fault && <ProblemNotice error={problem} />}
    </>
  );
}
