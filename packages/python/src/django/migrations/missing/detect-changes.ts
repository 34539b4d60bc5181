import { detectDeletedModels, detectDeletedProxies } from './detect-deleted';
import { alteredConstraints, alteredIndexes, detectEntries } from './detect-entries';
import {
  detectAddedFields,
  detectAlteredFields,
  detectRemovedFields,
  detectRenamedFields,
  findRenamedFields,
  listFields,
} from './detect-fields';
import { detectCreatedModels, detectCreatedProxies, detectRenamedModels } from './detect-models';
import {
  detectAddedGroups,
  detectAlteredComments,
  detectAlteredManagers,
  detectAlteredOptions,
  detectAlteredOrder,
  detectAlteredTables,
  detectRemovedGroups,
} from './detect-options';
import { Detection, type Questioner, type Sides } from './detection';

/** Everything in which models are ahead of migrations, as operations. Source: `MigrationAutodetector._detect_changes`. */
export function detectChanges(sides: Sides, questioner: Questioner): Detection {
  const detection = new Detection(sides, questioner);
  detectRenamedModels(detection);
  listFields(detection);
  detectDeletedModels(detection);
  detectCreatedModels(detection);
  detectDeletedProxies(detection);
  detectCreatedProxies(detection);
  detectAlteredOptions(detection);
  detectAlteredManagers(detection);
  detectAlteredComments(detection);
  const renamed = findRenamedFields(detection);
  const indexes = alteredIndexes(detection);
  const constraints = alteredConstraints(detection);
  detectEntries('RemoveConstraint', constraints, detection);
  detectEntries('RemoveIndex', indexes, detection);
  detectRenamedFields(renamed, detection);
  detectEntries('RenameIndex', indexes, detection);
  detectRemovedGroups('uniqueTogether', detection);
  detectRemovedGroups('indexTogether', detection);
  detectRemovedFields(detection);
  detectAddedFields(detection);
  detectAlteredFields(detection);
  detectAlteredOrder(detection);
  detectAddedGroups('uniqueTogether', detection);
  detectAddedGroups('indexTogether', detection);
  detectEntries('AddIndex', indexes, detection);
  detectEntries('AddConstraint', constraints, detection);
  detectEntries('AlterConstraint', constraints, detection);
  detectAlteredTables(detection);
  return detection;
}
