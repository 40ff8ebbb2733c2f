import { useEditorContext } from '@graphiql/react';
import { useEffect, useRef } from 'react';
import type { Caller } from './caller.js';
import { fillIn, type Samples } from './samples.js';

interface ExampleTabsProps {
  readonly caller: Caller;
  /** What suits the caller. */
  readonly samples: Samples;
  /** What the last answer held. */
  readonly learned: Samples;
}

/**
 * Keeps the tabs in step with the caller: a switch puts the new caller's values into the variables and takes the answers
 * of the caller before away, and leaves the operations as they were edited. Ids in an answer go into the other tabs.
 */
export function ExampleTabs({ caller, samples, learned }: ExampleTabsProps): null {
  const editors = useEditorContext({ nonNull: true });
  const { variableEditor } = editors;
  const shown = useRef(caller);
  const fillOthers = (values: Samples, keepAnswers: boolean): void =>
    editors.moveTab(
      editors.tabs.map((tab, index) =>
        index === editors.activeTabIndex
          ? tab
          : { ...tab, variables: fillIn(tab.variables ?? '', values), response: keepAnswers ? tab.response : null },
      ),
    );

  useEffect(() => {
    // GraphiQL 4 opens with the first tab's operation but without its variables.
    variableEditor?.setValue(editors.tabs[editors.activeTabIndex]?.variables ?? '');
  }, [variableEditor]);
  useEffect(() => {
    if (shown.current === caller) return;
    shown.current = caller;
    fillOthers(samples, false);
    const variables = fillIn(variableEditor?.getValue() ?? '', samples);
    variableEditor?.setValue(variables);
    editors.responseEditor?.setValue('');
    editors.updateActiveTabValues({ variables, response: null });
  }, [caller]);
  useEffect(() => {
    if (Object.keys(learned).length > 0) fillOthers(learned, true);
  }, [learned]);
  return null;
}
