// Tests make their documents with what reads the examples of the lexicons.
#pragma once

#include "extract/markup_document.h"
