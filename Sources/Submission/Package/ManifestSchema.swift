/// The JSON Schema of the manifest; a package carries it, and `pipelines/schemas/` publishes it.
public enum ManifestSchema {
    static let path = "schemas/manifest.schema.json"

    /// The schema as text.
    public static let text = """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "urn:pumpurs:package:1",
          "title": "Manifest of a submission package of pumpurs, version 1",
          "type": "object",
          "additionalProperties": false,
          "required": [
            "schema", "package", "revision", "operation", "reporter", "reportPeriod", "dataAsOf",
            "software", "ruleset", "rates", "keyId", "identifiersIncluded", "sensitiveIncluded",
            "definitions", "inputs", "files", "totals", "validation", "disclosure", "reference"
          ],
          "properties": {
            "schema": {"const": "pumpurs-package/1"},
            "package": {"type": "string", "pattern": "^pumpurs_[^_/]+_[A-Z]+_\\\\d{4}-\\\\d{4}-S[12]_r\\\\d{2,}$"},
            "revision": {"type": "integer", "minimum": 1},
            "supersedes": {"$ref": "#/$defs/package"},
            "supersededNotCompared": {"const": true},
            "previousNotCompared": {"$ref": "#/$defs/package"},
            "operation": {
              "type": "object",
              "required": ["number", "title", "fund", "period", "startsOn", "endsOn", "lowestLevel", "highestLevel"]
            },
            "reporter": {
              "type": "object", "required": ["code", "name"],
              "properties": {"code": {"type": "string"}, "name": {"type": "string"}}
            },
            "reportPeriod": {
              "type": "object",
              "required": ["type", "schoolYear", "semester", "from", "to"],
              "properties": {
                "type": {"const": "semester"},
                "schoolYear": {"type": "string", "pattern": "^\\\\d{4}/\\\\d{4}$"},
                "semester": {"enum": [1, 2]},
                "from": {"$ref": "#/$defs/day"}, "to": {"$ref": "#/$defs/day"}
              }
            },
            "dataAsOf": {"$ref": "#/$defs/day"},
            "generatedAt": {"type": "string", "format": "date-time"},
            "software": {"type": "object", "required": ["name", "version"]},
            "ruleset": {"$ref": "#/$defs/fingerprinted"},
            "indicatorSet": {"enum": ["esf-2014", "esfplus-2021"]},
            "rates": {
              "type": "object", "required": ["count", "sha256", "rounding"],
              "properties": {"count": {"type": "integer", "minimum": 0}}
            },
            "keyId": {"type": "string", "pattern": "^[0-9a-f]{8}$"},
            "identifiersIncluded": {"type": "boolean"},
            "sensitiveIncluded": {"type": "boolean"},
            "definitions": {"$ref": "#/$defs/fingerprint"},
            "inputs": {
              "type": "array",
              "items": {
                "type": "object",
                "required": [
                  "schools", "file", "sha256", "rowsRead", "rowsAccepted", "rowsRejected",
                  "rowsIgnored", "source", "kind"
                ]
              }
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
                  "class": {"enum": ["description", "restricted", "aggregate", "public"]}
                }
              }
            },
            "totals": {
              "type": "object",
              "required": ["pupilsSemester", "pedagogues", "plans", "grandTotal", "total", "incomplete"],
              "additionalProperties": {"type": "integer", "minimum": 0}
            },
            "validation": {
              "type": "object", "required": ["errors", "warnings", "waived"],
              "properties": {"errors": {"const": 0}, "warnings": {"type": "integer", "minimum": 0}}
            },
            "disclosure": {
              "type": "object",
              "required": ["method", "threshold", "primary", "complementary", "auditedReleases"],
              "properties": {"threshold": {"type": "integer", "minimum": 3, "maximum": 10}}
            },
            "reference": {"type": "object"}
          },
          "$defs": {
            "day": {"type": "string", "pattern": "^\\\\d{4}-\\\\d{2}-\\\\d{2}$"},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "fingerprinted": {
              "type": "object", "required": ["id", "sha256"],
              "properties": {"id": {"type": "string"}, "sha256": {"$ref": "#/$defs/fingerprint"}}
            },
            "package": {
              "type": "object", "required": ["package", "manifest"],
              "properties": {"package": {"type": "string"}, "manifest": {"$ref": "#/$defs/fingerprint"}}
            }
          }
        }

        """
}
