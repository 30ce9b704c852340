#include "extract/document.h"

namespace planmark {}
