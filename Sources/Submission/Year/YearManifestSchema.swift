/// The JSON Schema of a yearly report's manifest; a report carries it, and `pipelines/schemas/` publishes it.
public enum YearManifestSchema {
    static let path = ManifestSchema.path

    /// The schema as text.
    public static let text = """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "urn:pumpurs:year:1",
          "title": "Manifest of a yearly report of pumpurs, version 1",
          "type": "object",
          "additionalProperties": false,
          "required": [
            "schema", "package", "revision", "state", "dueOn", "audience", "operation", "reporter",
            "reportPeriod", "dataAsOf", "software", "sensitiveIncluded", "definitions", "inputs",
            "semesters", "totals", "changes", "files", "reference"
          ],
          "properties": {
            "schema": {"const": "pumpurs-year/1"},
            "package": {"type": "string", "pattern": "^pumpurs_[^_/]+_[A-Z]+_\\\\d{4}_r\\\\d{2,}(_preliminary)?$"},
            "revision": {"type": "integer", "minimum": 1},
            "supersedes": {"$ref": "#/$defs/package"},
            "supersededNotCompared": {"const": true},
            "state": {"enum": ["final", "incomplete", "preliminary"]},
            "dueOn": {"type": "string", "pattern": "^\\\\d{4}-01-30$"},
            "audience": {"const": "aggregate"},
            "operation": {
              "type": "object",
              "required": ["number", "title", "fund", "period", "startsOn", "endsOn", "lowestLevel", "highestLevel"]
            },
            "reporter": {
              "type": "object", "required": ["code", "name"],
              "properties": {"code": {"type": "string"}, "name": {"type": "string"}}
            },
            "reportPeriod": {
              "type": "object", "additionalProperties": false,
              "required": ["type", "year", "from", "to"],
              "properties": {
                "type": {"const": "calendar_year"}, "year": {"type": "integer", "minimum": 1000, "maximum": 9999},
                "from": {"type": "string", "pattern": "^\\\\d{4}-01-01$"},
                "to": {"type": "string", "pattern": "^\\\\d{4}-12-31$"}
              }
            },
            "dataAsOf": {"$ref": "#/$defs/day"},
            "generatedAt": {"type": "string", "format": "date-time"},
            "software": {"type": "object", "required": ["name", "version"]},
            "sensitiveIncluded": {"type": "boolean"},
            "definitions": {"$ref": "#/$defs/fingerprint"},
            "inputs": {
              "type": "array",
              "items": {
                "type": "object",
                "required": [
                  "schools", "file", "sha256", "rowsRead", "rowsAccepted", "rowsRejected",
                  "rowsIgnored", "source", "kind"
                ],
                "properties": {"sha256": {"$ref": "#/$defs/fingerprint"}}
              }
            },
            "semesters": {
              "type": "array",
              "items": {
                "type": "object", "additionalProperties": false,
                "required": ["semester", "from", "until", "state", "expected", "missing", "heldBack"],
                "properties": {
                  "semester": {"type": "string", "pattern": "^\\\\d{4}-\\\\d{4}-[12]$"},
                  "from": {"$ref": "#/$defs/day"}, "until": {"$ref": "#/$defs/day"},
                  "state": {"enum": ["sealed", "sealed_other_data", "sealed_altered", "not_sealed", "not_in_calendar"]},
                  "package": {"$ref": "#/$defs/package"},
                  "expected": {"type": "integer", "minimum": 0},
                  "missing": {"type": "array", "items": {"type": "string"}},
                  "heldBack": {"type": "integer", "minimum": 0}
                }
              }
            },
            "totals": {
              "type": "object",
              "required": [
                "participants", "women", "men", "pedagogues", "sessions", "minutes", "plans",
                "grandTotal", "total", "incomplete"
              ],
              "additionalProperties": {"type": "integer", "minimum": 0}
            },
            "changes": {
              "type": "object", "required": ["sinceRevision", "sincePreviousYear"],
              "additionalProperties": {"type": "integer", "minimum": 0}
            },
            "files": {
              "type": "array", "minItems": 1,
              "items": {
                "type": "object", "additionalProperties": false,
                "required": ["path", "sha256", "bytes", "schema", "class"],
                "properties": {
                  "path": {"type": "string"}, "sha256": {"$ref": "#/$defs/fingerprint"},
                  "bytes": {"type": "integer", "minimum": 0},
                  "rows": {"type": "integer", "minimum": 0}, "schema": {"type": "string"},
                  "class": {"enum": ["description", "aggregate"]}
                }
              }
            },
            "reference": {"type": "object"}
          },
          "$defs": {
            "day": {"type": "string", "pattern": "^\\\\d{4}-\\\\d{2}-\\\\d{2}$"},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "package": {
              "type": "object", "required": ["package", "manifest"],
              "properties": {"package": {"type": "string"}, "manifest": {"$ref": "#/$defs/fingerprint"}}
            }
          }
        }

        """
}
