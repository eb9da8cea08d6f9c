#ifndef LOA_CXLSXWRITER_H
#define LOA_CXLSXWRITER_H

#include <xlsxwriter.h>

#endif
