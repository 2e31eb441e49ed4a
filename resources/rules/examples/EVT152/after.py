from oslo_config import cfg
from oslo_reports import guru_meditation_report as gmr

from sample import version


def enable_reports():
    """Lets a signal write the state of the service into its log."""
    gmr.TextGuruMeditation.setup_autorun(version, conf=cfg.CONF)
