// Where in a case's schema a thing stands, through references and alternatives. Free of the DOM.
casekatalog.schemas = (() => {
  "use strict";

  function propertySchema(schema, key, setup) {
    const known = resolve(schema, "properties", setup);
    return known ? known.properties[key] || null : null;
  }

  function itemSchema(schema, setup) {
    const known = resolve(schema, "items", setup);
    return known ? known.items : null;
  }

  // The part of a schema that has the keyword `wanted` (and passes `test`), through references and alternatives.
  function resolve(schema, wanted, setup, test) {
    if (!schema) return null;
    if (schema.$ref) return resolve(setup.schema.$defs[schema.$ref.slice(8)], wanted, setup, test);
    if (wanted in schema && (!test || test(schema))) return schema;
    for (const option of schema.anyOf || []) {
      const found = resolve(option, wanted, setup, test);
      if (found) return found;
    }
    return null;
  }

  function takesUnstated(schema, setup) {
    return (schema.anyOf || []).some((option) => option.const === setup.unstated);
  }

  function scalarKind(schema, setup) {
    return resolve(schema, "type", setup, (part) => part.type !== "null") || {};
  }

  return { resolve, propertySchema, itemSchema, takesUnstated, scalarKind };
})();
