#ifndef CLIBXML2_SHIM_H
#define CLIBXML2_SHIM_H

#include <libxml/xmlversion.h>
/* Debian builds libxml2 with ICU, whose headers clash with those that Foundation brings along
   (swiftlang/swift-foundation-icu#93). Nothing here reads the fields that this switch adds. */
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>

/* LIBXML_TEST_VERSION is a function-like macro, which Swift cannot see. */
static inline void clibxml2_check_version(void) { LIBXML_TEST_VERSION }

#endif
