import { useEditorContext } from '@graphiql/react';
import { useEffect } from 'react';

/** Names the editors for screen readers, and lets Tab leave them: an editor that keeps Tab traps the keyboard (WCAG 2.1.2). */
export function EditorAccess(): null {
  const { queryEditor, variableEditor, headerEditor, responseEditor } = useEditorContext({ nonNull: true });
  useEffect(() => {
    const editors = {
      Operation: queryEditor,
      Variables: variableEditor,
      Headers: headerEditor,
      Answer: responseEditor,
    };
    for (const [name, editor] of Object.entries(editors)) {
      editor?.setOption('screenReaderLabel', name);
      editor?.addKeyMap({ name: 'leave', Tab: false, 'Shift-Tab': false });
    }
    return () => {
      for (const editor of Object.values(editors)) editor?.removeKeyMap('leave');
    };
  }, [queryEditor, variableEditor, headerEditor, responseEditor]);
  return null;
}
