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

/* A generic handler has a variable number of arguments, which Swift cannot write. */
static inline void clibxml2_say_nothing(void *context, const char *message, ...) {
    (void)context;
    (void)message;
}
static inline void clibxml2_hear_nothing(void *context, xmlErrorPtr error) {
    (void)context;
    (void)error;
}

/* Where no parser is told of an error, as in the conversion of characters, libxml2 writes on standard error. */
static inline void clibxml2_silence(void) {
    xmlSetGenericErrorFunc(NULL, clibxml2_say_nothing);
    xmlSetStructuredErrorFunc(NULL, clibxml2_hear_nothing);
}

#endif
