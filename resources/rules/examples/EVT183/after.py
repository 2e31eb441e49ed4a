import warnings

warnings.simplefilter('error', DeprecationWarning)
