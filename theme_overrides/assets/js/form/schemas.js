/** Where in a case's schema a thing stands, through references and alternatives. Free of the DOM. */
/**
 * A part of a schema that has a keyword.
 * @template {keyof FormSchema} Key
 * @typedef {FormSchema & Required<Pick<FormSchema, Key>>} SchemaWith
 */
casekatalog.schemas = (() => {
  "use strict";

  /**
   * @param {FormSchema | null} schema
   * @param {string} key
   * @param {FormSetup} setup
   */
  function propertySchema(schema, key, setup) {
    const known = resolve(schema, "properties", setup);
    return known ? known.properties[key] || null : null;
  }

  /**
   * @param {FormSchema | null} schema
   * @param {FormSetup} setup
   */
  function itemSchema(schema, setup) {
    const known = resolve(schema, "items", setup);
    return known ? known.items : null;
  }

  /**
   * The part of a schema that has the keyword `wanted` (and passes `test`), through references and alternatives.
   * @template {keyof FormSchema} Key
   * @param {FormSchema | null | undefined} schema
   * @param {Key} wanted
   * @param {FormSetup} setup
   * @param {(part: FormSchema) => boolean} [test]
   * @returns {SchemaWith<Key> | null}
   */
  function resolve(schema, wanted, setup, test) {
    if (!schema) return null;
    if (schema.$ref) return resolve(setup.schema.$defs[schema.$ref.slice(8)], wanted, setup, test);
    if (wanted in schema && (!test || test(schema))) return /** @type {SchemaWith<Key>} */ (schema);
    for (const option of schema.anyOf || []) {
      const found = resolve(option, wanted, setup, test);
      if (found) return found;
    }
    return null;
  }

  /**
   * @param {FormSchema} schema
   * @param {FormSetup} setup
   */
  function takesUnstated(schema, setup) {
    return (schema.anyOf || []).some((option) => option.const === setup.unstated);
  }

  /**
   * @param {FormSchema | null} schema
   * @param {FormSetup} setup
   * @returns {FormSchema}
   */
  function scalarKind(schema, setup) {
    return resolve(schema, "type", setup, (part) => part.type !== "null") || { title: "" };
  }

  /**
   * The schema of what stands at a path, or null.
   * @param {FormPath} path
   * @param {FormSetup} setup
   */
  function at(path, setup) {
    /** @type {FormSchema | null} */
    let found = setup.schema;
    for (const part of path)
      found = typeof part === "number" ? itemSchema(found, setup) : propertySchema(found, part, setup);
    return found;
  }

  return { at, resolve, propertySchema, itemSchema, takesUnstated, scalarKind };
})();
